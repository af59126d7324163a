/* Stands between a process and the C library (LD_PRELOAD): counts what touches the watched folder or the network, and at
 * the chosen call fails with an error, kills the process before the call, or kills it halfway through a write. It can
 * also keep a record of every byte that is written to the watched folder, and of every name that is given there.
 *
 * The test compiles it (unreliable_disk.py) and speaks to the three functions at its end through ctypes. It is built for
 * 64-bit Linux with glibc, where a file offset has 64 bits under both names of each function.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* The kinds of calls (OPEN: to write, LOOK: to read); unreliable_disk.py has the same numbers. */
enum { OPEN = 1, READ = 2, WRITE = 4, SYNC = 8, TRUNCATE = 16, UNLINK = 32, RENAME = 64, SEND = 128, LOCK = 256,
       SOCKET = 512, MAP = 1024, MAKE = 2048, LOOK = 4096 };
enum { COUNT_ONLY, FAIL, KILL, KILL_HALFWAY };

#define MOST_FILES 4096
static char watched[PATH_MAX];
static size_t watched_length;
static char is_watched[MOST_FILES];
static int chosen_kinds, action, chosen_error, for_ever;
static long chosen_call;
static long counted, struck;
static int record = -1;

/* The C library's own function of this name, looked for once. */
#define NEXT(name)                                                                            \
    ({                                                                                        \
        static __typeof__(&name) next;                                                        \
        if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name);                         \
        next;                                                                                 \
    })

static int in_folder(const char *path) {
    return watched_length && path && strncmp(path, watched, watched_length) == 0;
}
static int watches(int file) { return file >= 0 && file < MOST_FILES && is_watched[file]; }

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/* Counts one call; 1 when it has to fail with errno set. KILL_HALFWAY is left to the writes (2). */
static int strikes(int kind) {
    if (!(kind & chosen_kinds)) return 0;
    long number = __atomic_add_fetch(&counted, 1, __ATOMIC_SEQ_CST);
    if (action == COUNT_ONLY || number < chosen_call || (number > chosen_call && !for_ever)) return 0;
    __atomic_add_fetch(&struck, 1, __ATOMIC_SEQ_CST);
    if (action == KILL) die();
    if (action == KILL_HALFWAY) {
        if (kind == WRITE) return 2;
        die();
    }
    errno = chosen_error;
    return 1;
}

/* Takes down what was written or named, wherever it goes afterwards. */
static void take_down(const void *bytes, ssize_t length) {
    if (record < 0 || length <= 0) return;
    int before = errno;
    ssize_t ignored = NEXT(write)(record, bytes, length);
    (void)ignored;
    errno = before;
}

static int opened(int file, const char *path) {
    if (file >= 0 && file < MOST_FILES) is_watched[file] = in_folder(path) != 0;
    return file;
}

#define OPENING(name)                                                                         \
    int name(const char *path, int flags, ...) {                                              \
        mode_t mode = 0;                                                                      \
        va_list more; va_start(more, flags);                                                  \
        if (flags & (O_CREAT | __O_TMPFILE)) mode = va_arg(more, mode_t);                     \
        va_end(more);                                                                         \
        int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);                    \
        if (in_folder(path) && strikes(writes ? OPEN : LOOK)) return -1;                      \
        if (in_folder(path) && writes) take_down(path, strlen(path));                         \
        return opened(NEXT(name)(path, flags, mode), path);                                  \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                                                      \
    int name(int folder, const char *path, int flags, ...) {                                  \
        mode_t mode = 0;                                                                      \
        va_list more; va_start(more, flags);                                                  \
        if (flags & (O_CREAT | __O_TMPFILE)) mode = va_arg(more, mode_t);                     \
        va_end(more);                                                                         \
        int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT);                    \
        if (in_folder(path) && strikes(writes ? OPEN : LOOK)) return -1;                      \
        if (in_folder(path) && writes) take_down(path, strlen(path));                         \
        return opened(NEXT(name)(folder, path, flags, mode), path);                          \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

int close(int file) {
    if (file >= 0 && file < MOST_FILES) is_watched[file] = 0;
    return NEXT(close)(file);
}

#define READING(name, offset_type)                                                            \
    ssize_t name(int file, void *bytes, size_t length, offset_type offset) {                  \
        if (watches(file) && strikes(READ)) return -1;                                        \
        return NEXT(name)(file, bytes, length, offset);                                       \
    }
READING(pread, off_t)
READING(pread64, off64_t)
ssize_t read(int file, void *bytes, size_t length) {
    if (watches(file) && strikes(READ)) return -1;
    return NEXT(read)(file, bytes, length);
}

#define WRITING(name, offset_type)                                                            \
    ssize_t name(int file, const void *bytes, size_t length, offset_type offset) {            \
        if (watches(file)) {                                                                  \
            int how = strikes(WRITE);                                                         \
            if (how == 1) return -1;                                                          \
            if (how == 2) {                                                                   \
                ssize_t ignored = NEXT(name)(file, bytes, length / 2, offset);                \
                (void)ignored;                                                                \
                die();                                                                        \
            }                                                                                 \
        }                                                                                     \
        if (watches(file)) take_down(bytes, length);                                          \
        return NEXT(name)(file, bytes, length, offset);                                       \
    }
WRITING(pwrite, off_t)
WRITING(pwrite64, off64_t)
ssize_t write(int file, const void *bytes, size_t length) {
    if (watches(file)) {
        int how = strikes(WRITE);
        if (how == 1) return -1;
        if (how == 2) {
            ssize_t ignored = NEXT(write)(file, bytes, length / 2);
            (void)ignored;
            die();
        }
        take_down(bytes, length);
    }
    return NEXT(write)(file, bytes, length);
}
ssize_t writev(int file, const struct iovec *parts, int count) {
    for (int part = 0; watches(file) && part < count; part++) take_down(parts[part].iov_base, parts[part].iov_len);
    return NEXT(writev)(file, parts, count);
}

#define SYNCING(name)                                                                         \
    int name(int file) {                                                                      \
        if (watches(file)) {                                                                  \
            if (strikes(SYNC)) return -1;                                                     \
        }                                                                                     \
        return NEXT(name)(file);                                                              \
    }
SYNCING(fsync)
SYNCING(fdatasync)

#define TRUNCATING(name, offset_type)                                                         \
    int name(int file, offset_type length) {                                                  \
        if (watches(file)) {                                                                  \
            if (strikes(TRUNCATE)) return -1;                                                 \
        }                                                                                     \
        return NEXT(name)(file, length);                                                      \
    }
TRUNCATING(ftruncate, off_t)
TRUNCATING(ftruncate64, off64_t)

int unlink(const char *path) {
    if (in_folder(path)) {
        if (strikes(UNLINK)) return -1;
    }
    return NEXT(unlink)(path);
}
int unlinkat(int folder, const char *path, int flags) {
    if (watches(folder) || in_folder(path)) {
        if (strikes(UNLINK)) return -1;
    }
    return NEXT(unlinkat)(folder, path, flags);
}
int rmdir(const char *path) {
    if (in_folder(path) && strikes(UNLINK)) return -1;
    return NEXT(rmdir)(path);
}
int rename(const char *from, const char *to) {
    if (in_folder(to) && strikes(RENAME)) return -1;
    if (in_folder(to)) take_down(to, strlen(to));
    return NEXT(rename)(from, to);
}
int mkdir(const char *path, mode_t mode) {
    if (in_folder(path) && strikes(MAKE)) return -1;
    if (in_folder(path)) take_down(path, strlen(path));
    return NEXT(mkdir)(path, mode);
}

ssize_t send(int file, const void *bytes, size_t length, int flags) {
    if (strikes(SEND)) return -1;
    return NEXT(send)(file, bytes, length, flags);
}
ssize_t sendto(int file, const void *bytes, size_t length, int flags, const struct sockaddr *to, socklen_t size) {
    if (strikes(SEND)) return -1;
    return NEXT(sendto)(file, bytes, length, flags, to, size);
}
int socket(int domain, int type, int protocol) {
    if (strikes(SOCKET)) return -1;
    return NEXT(socket)(domain, type, protocol);
}

#define CONTROLLING(name)                                                                     \
    int name(int file, int command, ...) {                                                    \
        va_list more; va_start(more, command);                                                \
        void *argument = va_arg(more, void *);                                                \
        va_end(more);                                                                         \
        if (command == F_SETLK && watches(file) && ((struct flock *)argument)->l_type != F_UNLCK \
            && strikes(LOCK)) return -1;                                                      \
        return NEXT(name)(file, command, argument);                                           \
    }
CONTROLLING(fcntl)
CONTROLLING(fcntl64)

#define MAPPING(name, offset_type)                                                            \
    void *name(void *address, size_t length, int protection, int flags, int file, offset_type offset) { \
        if (watches(file) && strikes(MAP)) return MAP_FAILED;                                 \
        return NEXT(name)(address, length, protection, flags, file, offset);                  \
    }
MAPPING(mmap, off_t)
MAPPING(mmap64, off64_t)

/* Where every lock is refused for ever, nobody gains by waiting: SQLite would do so for ten seconds at each statement. */
static int in_vain(void) { return for_ever && (chosen_kinds & LOCK) && struck > 0; }
int usleep(useconds_t microseconds) { return in_vain() ? 0 : NEXT(usleep)(microseconds); }
int nanosleep(const struct timespec *wanted, struct timespec *left) {
    return in_vain() ? 0 : NEXT(nanosleep)(wanted, left);
}

/* What the test asks for. */

/* Files below this folder are watched from now on (those that are opened from now on). */
void disk_watch(const char *folder) {
    strncpy(watched, folder, sizeof watched - 1);
    watched_length = strlen(watched);
}

/* From now on every byte that is written there, and every name, is added to this file. */
void disk_record(const char *path) { record = NEXT(open)(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600); }

/* At the n-th call of these kinds (1 is the next one), and with ``ever`` at every later one, do this. */
void disk_strike(int kinds, long call, int what, int error, int ever) {
    counted = struck = 0;
    chosen_kinds = kinds, chosen_call = call, action = what, chosen_error = error, for_ever = ever;
}

/* How many calls have been counted (0) and struck (1) since the last ``disk_strike``. */
long disk_told(int which) { return which ? struck : counted; }
