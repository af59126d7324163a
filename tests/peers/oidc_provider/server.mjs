// The certified provider as the CMS's issuer, on loopback with TLS. One line of JSON on standard output says where it
// is; it ends with its standard input. Environment: CERT and KEY (files), ISSUER_PATH ("" or "/oidc"), CALLBACKS
// (addresses, parted by spaces), CLIENT_ID.
import crypto from 'node:crypto';
import fs from 'node:fs';
import https from 'node:https';
import { Provider } from 'oidc-provider';

const path = process.env.ISSUER_PATH ?? '';
const server = https.createServer({ cert: fs.readFileSync(process.env.CERT), key: fs.readFileSync(process.env.KEY) });
const names = new Map();
const keys = [];
let provider;
let serve;

function addKey() {
  const { privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = crypto.randomBytes(6).toString('hex');
  keys.unshift({ ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' });
}

// The adapter keeps everything in memory for the whole process, so a provider with other keys goes on with it.
function begin(issuer) {
  addKey();
  provider = new Provider(issuer, {
    clients: [{
      client_id: process.env.CLIENT_ID,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: process.env.CALLBACKS.split(' '),
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    }],
    jwks: { keys: [...keys] },
    cookies: { keys: ['only for this run'] },
    scopes: ['openid', 'offline_access', 'profile', 'email', 'read:news'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    extraParams: ['audience', 'connection'],
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    interactions: { url: (_ctx, interaction) => `${path}/interaction/${interaction.uid}` },
    issueRefreshToken: (_ctx, client, code) => client.grantTypeAllowed('refresh_token') && code.scopes.has('openid'),
    rotateRefreshToken: true,
    ttl: { AccessToken: 600, IdToken: 600, RefreshToken: 86400, Session: 86400, Grant: 86400, Interaction: 600, AuthorizationCode: 60 },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: names.get(id), preferred_username: names.get(id), email: names.get(id) }),
    }),
    // What the program asks for is granted by IT, for everybody.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid offline_access profile email read:news');
      await grant.save();
      return grant;
    },
  });
  serve = provider.callback();
}

async function bodyOf(request) {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

async function interact(request, response) {
  const { prompt } = await provider.interactionDetails(request, response);
  if (prompt.name === 'consent') {
    // RFC 8252 (8.6) lets a provider stop at every native client; here somebody has said yes for everybody.
    await provider.interactionFinished(request, response, { consent: {} }, { mergeWithLastSubmission: true });
    return;
  }
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<!doctype html><form method="post" action=""><input name="user_name"><button>Go on</button></form>');
    return;
  }
  const form = await bodyOf(request);
  if (form.get('cancel')) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const userName = form.get('user_name');
  const id = crypto.createHash('sha256').update(userName).digest('hex').slice(0, 24);
  names.set(id, userName);
  await provider.interactionFinished(request, response, { login: { accountId: id } });
}

server.on('request', (request, response) => {
  if (request.method === 'POST' && request.url === '/control/rotate-keys') {
    begin(provider.issuer);
    response.end();
  } else if (request.url.startsWith(`${path}/interaction/`)) {
    interact(request, response).catch((error) => { response.statusCode = 500; response.end(String(error)); });
  } else if (request.url.startsWith(`${path}/`)) {
    request.originalUrl = request.url;
    request.url = request.url.slice(path.length);
    serve(request, response);
  } else {
    response.statusCode = 404;
    response.end();
  }
});

process.stdin.on('close', () => process.exit(0)).resume();
server.listen(0, '127.0.0.1', () => {
  const issuer = `https://localhost:${server.address().port}${path}`;
  begin(issuer);
  console.log(JSON.stringify({ issuer }));
});
