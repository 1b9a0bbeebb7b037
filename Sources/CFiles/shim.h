// Two ways of renaming that C libraries show only to those who ask for extensions.
#include <errno.h>

#if defined(__APPLE__)
#include <stdio.h>

static inline int files_rename_new(const char *from, const char *to) {
  return renamex_np(from, to, RENAME_EXCL);
}

static inline int files_exchange(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP);
}
#elif defined(__linux__)
#include <sys/syscall.h>

extern long syscall(long number, ...);

// renameat2(2), with the flags of <linux/fs.h>: 1 is RENAME_NOREPLACE, 2 RENAME_EXCHANGE. -100 is AT_FDCWD.
static inline int files_rename_new(const char *from, const char *to) {
  return (int)syscall(SYS_renameat2, -100, from, -100, to, 1u);
}

static inline int files_exchange(const char *one, const char *other) {
  return (int)syscall(SYS_renameat2, -100, one, -100, other, 2u);
}
#else
static inline int files_rename_new(const char *from, const char *to) {
  (void)from, (void)to;
  errno = ENOSYS;
  return -1;
}

static inline int files_exchange(const char *one, const char *other) {
  (void)one, (void)other;
  errno = ENOSYS;
  return -1;
}
#endif
