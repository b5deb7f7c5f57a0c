/* sandbox.c - Landlock and seccomp around a child. */
#include "upload/sandbox.h"

#include <sys/prctl.h>
#include <sys/syscall.h>

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#endif

/* -- files ----------------------------------------------------------------- */

#define READ_FILE	LANDLOCK_ACCESS_FS_READ_FILE
#define READ		(READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define RUN		(READ | LANDLOCK_ACCESS_FS_EXECUTE)
#define ALL		(LANDLOCK_ACCESS_FS_MAKE_SYM * 2 - 1)	/* version 1 */
#define TRUNCATE	(1ULL << 14)	/* version 3, newer than the header */

/* Programs, libraries, fonts, and what they look up; nothing of an office. */
static const struct place {
	const char	*path;
	uint64_t	 may;
} places[] = {
	{ "/usr", RUN }, { "/lib", RUN }, { "/lib64", RUN }, { "/bin", RUN },
	{ "/etc/ld.so.cache", READ_FILE }, { "/etc/ld.so.preload", READ_FILE },
	{ "/etc/fonts", READ }, { "/var/cache/fontconfig", READ },
	{ "/dev/null", READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE },
	{ "/dev/urandom", READ_FILE }, { "/proc/self", READ },
};

int
sandbox_landlock(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
	    LANDLOCK_CREATE_RULESET_VERSION);

	return version > 0 ? (int)version : 0;
}

static int
allow(int rules, int fd, uint64_t may)
{
	struct landlock_path_beneath_attr rule = { may, fd };

	return (int)syscall(SYS_landlock_add_rule, rules,
	    LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

/* A place that is not there needs no rule. */
static int
allow_place(int rules, const char *path, uint64_t may)
{
	int rc, fd = open(path, O_PATH | O_CLOEXEC);

	if (fd == -1)
		return errno == ENOENT ? 0 : -1;
	rc = allow(rules, fd, may);
	close(fd);
	return rc;
}

/* A pipe is no file of the system's, and needs no rule. */
static int
allow_open(int rules, int fd)
{
	return fd == -1 || allow(rules, fd, READ_FILE) == 0 ||
	    errno == EBADFD || errno == EINVAL ? 0 : -1;
}

static int
fill(int rules, const char *program, const int *fd, size_t n)
{
	int rc = allow_place(rules, program, READ_FILE |
	    LANDLOCK_ACCESS_FS_EXECUTE);

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (rc == 0)
			rc = allow_place(rules, places[i].path, places[i].may);
	for (size_t i = 0; i < n && rc == 0; i++)
		rc = allow_open(rules, fd[i]);
	return rc;
}

static int
shut_files(const char *program, const int *fd, size_t n)
{
	int version = sandbox_landlock(), rules, rc;
	struct landlock_ruleset_attr attr = { .handled_access_fs = ALL |
	    (version >= 2 ? LANDLOCK_ACCESS_FS_REFER : 0) |
	    (version >= 3 ? TRUNCATE : 0) };

	if (version == 0)
		return 0;
	rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr),
	    0);
	if (rules == -1)
		return -1;
	rc = fill(rules, program, fd, n);
	if (rc == 0)
		rc = (int)syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
	return rc;
}

/* -- calls ----------------------------------------------------------------- */

/* No socket(2), no signal to others, no look into their memory, and none of it
 * by way of another calling convention.  Where we do not know the machine, the
 * unit's own limits have to do. */
static int
shut_calls(void)
{
#ifdef OUR_ARCH
#define LOAD(member) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, \
	    offsetof(struct seccomp_data, member))
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)
#define NEVER(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), \
	    REFUSE
/* ... unless its first argument is this process. */
#define ONLY_SELF(call) \
	    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 4), \
	    LOAD(args[0]), \
	    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 1, 0), \
	    REFUSE, \
	    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
	struct sock_filter code[] = {
		LOAD(arch),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		LOAD(nr),
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
		REFUSE,
		NEVER(socket), NEVER(process_vm_readv),
		NEVER(process_vm_writev), NEVER(pidfd_send_signal),
		NEVER(tkill),
#ifndef __SANITIZE_ADDRESS__	/* by it leaks are found */
		NEVER(ptrace),
#endif
		ONLY_SELF(kill), ONLY_SELF(tgkill),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { sizeof(code) / sizeof(code[0]), code };

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
#else
	return 0;
#endif
}

int
sandbox_enter(const char *program, const int *fd, size_t n)
{
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1 ||
	    shut_files(program, fd, n) == -1)
		return -1;
	return shut_calls();
}
