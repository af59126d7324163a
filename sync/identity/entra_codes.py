"""Entra's numbers (AADSTS…) and the problem that each of them is.

Source: learn.microsoft.com/entra/identity-platform/reference-error-codes (read 2026-11), where no other is named; the
remarks say what the number stands for. Microsoft may change numbers without notice and says that programs should not
need them; so a number that is not here leaves the decision to OAuth's own ``error``, and none is needed for signing in
to go on.

Two kinds have consequences for what is kept here, and so are given to few numbers. ACCESS_REVOKED locks it: the number
says that somebody ended every session (a changed password does that as well, and nothing tells the two apart).
ACCOUNT_DISABLED may remove it: the number says that the account itself is closed or gone. What passes by itself (locked
for a while, outside working hours, a risk), what only a sign-in page says of a name that was typed, and what a wrong
configuration would say too is neither.
"""

from workplace_app.domain.problem import ProblemKind

PROBLEM_OF_CODE = {
    # The account is not one of this tenant's. 50034 and 51004 are also said of a name that was mistyped.
    16000: ProblemKind.WRONG_TENANT,
    16003: ProblemKind.WRONG_TENANT,
    50014: ProblemKind.WRONG_TENANT,
    50020: ProblemKind.WRONG_TENANT,
    50034: ProblemKind.WRONG_TENANT,
    51004: ProblemKind.WRONG_TENANT,
    90072: ProblemKind.WRONG_TENANT,
    500208: ProblemKind.WRONG_TENANT,  # a private account where only work accounts may
    500212: ProblemKind.WRONG_TENANT,  # the account's own organisation does not let it out
    500213: ProblemKind.WRONG_TENANT,  # this organisation does not let it in
    # The account itself.
    50057: ProblemKind.ACCOUNT_DISABLED,
    500341: ProblemKind.ACCOUNT_DISABLED,  # removed from the directory (login.microsoftonline.com/error?code=500341)
    50053: ProblemKind.ACCOUNT_LOCKED,  # too many wrong passwords, or an address with a bad name: passes by itself
    50055: ProblemKind.PASSWORD_EXPIRED,
    50056: ProblemKind.PASSWORD_EXPIRED,  # there is none in the directory
    50125: ProblemKind.PASSWORD_EXPIRED,  # interrupted for a reset or its registration
    50135: ProblemKind.PASSWORD_EXPIRED,  # has to be changed because of a risk
    50144: ProblemKind.PASSWORD_EXPIRED,  # the one of the municipality's own directory
    50105: ProblemKind.APP_NOT_ASSIGNED,
    # Sessions that were ended.
    50173: ProblemKind.ACCESS_REVOKED,  # by an administrator, the person, or a changed password
    50133: ProblemKind.ACCESS_REVOKED,  # SsoArtifactRevoked: the password was changed
    # Sessions that have run out, or may have: 50132 and 50089 are said of both.
    50132: ProblemKind.SIGN_IN_NEEDED,
    50058: ProblemKind.SIGN_IN_NEEDED,
    50064: ProblemKind.SIGN_IN_NEEDED,
    50089: ProblemKind.SIGN_IN_NEEDED,
    50126: ProblemKind.SIGN_IN_NEEDED,  # a wrong password
    54005: ProblemKind.SIGN_IN_NEEDED,  # the code has been used
    70000: ProblemKind.SIGN_IN_NEEDED,
    70008: ProblemKind.SIGN_IN_NEEDED,
    70043: ProblemKind.SIGN_IN_NEEDED,  # how often somebody must sign in (Conditional Access, sign-in frequency)
    70044: ProblemKind.SIGN_IN_NEEDED,  # the same of a session (login.microsoftonline.com/error?code=70044)
    700020: ProblemKind.SIGN_IN_NEEDED,
    700082: ProblemKind.SIGN_IN_NEEDED,  # unused for too long
    700084: ProblemKind.SIGN_IN_NEEDED,
    9002313: ProblemKind.SIGN_IN_NEEDED,
    # More has to be proved, and the pages of a new sign-in lead through it.
    50074: ProblemKind.CLAIMS_CHALLENGE,  # the second factor was asked for and not given
    50076: ProblemKind.CLAIMS_CHALLENGE,  # a second factor is needed, for instance from a new place
    50078: ProblemKind.CLAIMS_CHALLENGE,  # the second factor is too long ago
    50158: ProblemKind.CLAIMS_CHALLENGE,  # terms of use, or another provider's second factor
    500121: ProblemKind.CLAIMS_CHALLENGE,  # the second factor failed (login.microsoftonline.com/error?code=500121)
    50072: ProblemKind.SECOND_FACTOR_MISSING,
    50079: ProblemKind.SECOND_FACTOR_MISSING,
    # Conditional Access.
    50097: ProblemKind.DEVICE_NOT_APPROVED,  # the computer has to prove itself
    50129: ProblemKind.DEVICE_NOT_APPROVED,  # it is not registered
    50155: ProblemKind.DEVICE_NOT_APPROVED,
    50187: ProblemKind.DEVICE_NOT_APPROVED,
    53000: ProblemKind.DEVICE_NOT_APPROVED,  # it does not comply
    53001: ProblemKind.DEVICE_NOT_APPROVED,  # it is not joined to the domain
    135011: ProblemKind.DEVICE_NOT_APPROVED,  # it has been disabled
    530003: ProblemKind.DEVICE_NOT_APPROVED,  # it is not managed (login.microsoftonline.com/error?code=530003)
    50127: ProblemKind.APP_NOT_APPROVED,  # wants a broker program
    53002: ProblemKind.APP_NOT_APPROVED,
    53009: ProblemKind.APP_NOT_APPROVED,  # wants Intune's app protection (login.microsoftonline.com/error?code=53009)
    530021: ProblemKind.APP_NOT_APPROVED,  # (login.microsoftonline.com/error?code=530021)
    53004: ProblemKind.SIGN_IN_RISKY,  # the second factor may not be set up because of a risk
    53011: ProblemKind.SIGN_IN_RISKY,
    530034: ProblemKind.SIGN_IN_RISKY,
    50005: ProblemKind.CONDITIONAL_ACCESS,  # this operating system is not supported
    50131: ProblemKind.CONDITIONAL_ACCESS,  # several reasons in one
    53003: ProblemKind.CONDITIONAL_ACCESS,  # place, risk, way of signing in: Entra does not say which
    53010: ProblemKind.CONDITIONAL_ACCESS,  # the second factor may be set up from certain places only
    530032: ProblemKind.CONDITIONAL_ACCESS,  # the tenant's security policy
    530035: ProblemKind.CONDITIONAL_ACCESS,  # the security defaults
    500021: ProblemKind.CONDITIONAL_ACCESS,  # the network lets nobody sign in to this tenant
    500022: ProblemKind.CONDITIONAL_ACCESS,
    80012: ProblemKind.CONDITIONAL_ACCESS,  # outside the hours that the directory allows
    # Consent.
    65001: ProblemKind.CONSENT_MISSING,
    65004: ProblemKind.SIGN_IN_CANCELLED,  # the person declined
    90008: ProblemKind.CONSENT_MISSING,
    90094: ProblemKind.CONSENT_MISSING,  # an administrator must consent
    90095: ProblemKind.CONSENT_MISSING,
    500011: ProblemKind.CONSENT_MISSING,  # the resource is not installed in the tenant
    650052: ProblemKind.CONSENT_MISSING,
    650056: ProblemKind.CONSENT_MISSING,
    # The registration of the program, or what the program was told.
    50011: ProblemKind.CONFIGURATION_WRONG,  # redirect address not registered
    50194: ProblemKind.CONFIGURATION_WRONG,
    65005: ProblemKind.CONFIGURATION_WRONG,
    70001: ProblemKind.CONFIGURATION_WRONG,  # the application is disabled
    70011: ProblemKind.CONFIGURATION_WRONG,  # a scope that does not exist
    90002: ProblemKind.CONFIGURATION_WRONG,  # tenant not found
    90038: ProblemKind.CONFIGURATION_WRONG,  # a tenant of another cloud
    500113: ProblemKind.CONFIGURATION_WRONG,
    650057: ProblemKind.CONFIGURATION_WRONG,
    700011: ProblemKind.CONFIGURATION_WRONG,
    700016: ProblemKind.CONFIGURATION_WRONG,  # client ID not known in the tenant
    900023: ProblemKind.CONFIGURATION_WRONG,  # tenant name malformed
    900971: ProblemKind.CONFIGURATION_WRONG,
    1000031: ProblemKind.CONFIGURATION_WRONG,
    7000112: ProblemKind.CONFIGURATION_WRONG,  # the application is disabled
    7000218: ProblemKind.CONFIGURATION_WRONG,  # registered as a web application: wants a secret
    # Time.
    500133: ProblemKind.CLOCK_WRONG,
    700024: ProblemKind.CLOCK_WRONG,
    70019: ProblemKind.SIGN_IN_TIMED_OUT,  # device code expired
    70020: ProblemKind.SIGN_IN_TIMED_OUT,
    # Entra or the municipality's own directory behind it.
    50033: ProblemKind.SERVICE_UNAVAILABLE,
    50087: ProblemKind.SERVICE_UNAVAILABLE,
    80001: ProblemKind.SERVICE_UNAVAILABLE,
    80002: ProblemKind.SERVICE_UNAVAILABLE,
    80005: ProblemKind.SERVICE_UNAVAILABLE,
    80007: ProblemKind.SERVICE_UNAVAILABLE,
    80013: ProblemKind.SERVICE_UNAVAILABLE,  # the clocks of its servers, not of this computer
    80014: ProblemKind.SERVICE_UNAVAILABLE,
    90006: ProblemKind.SERVICE_UNAVAILABLE,
    90012: ProblemKind.SERVICE_UNAVAILABLE,
    90024: ProblemKind.SERVICE_UNAVAILABLE,
    90033: ProblemKind.SERVICE_UNAVAILABLE,
    90090: ProblemKind.SERVICE_UNAVAILABLE,
    50088: ProblemKind.THROTTLED,  # too many second factors by telephone
    50196: ProblemKind.THROTTLED,  # Entra sees a loop
    90055: ProblemKind.THROTTLED,
}
