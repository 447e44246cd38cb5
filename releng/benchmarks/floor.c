/*
 * The floor for a capture: walks a tree, reads every regular file and hashes it with SHA-256, and does nothing else.
 *
 *     floor THREADS DIR [attributes]
 *
 * Threads share a stack of directories. Of each directory the names are read (getdents64), of each name the attributes (statx), each file is
 * opened relative to its directory and read whole. A file larger than a mebibyte is put on the stack by itself so that threads can share a
 * directory of large files. With "attributes" it asks besides what a capture must ask: the names of the extended attributes of everything,
 * and after a file was read whether it is as before. Prints how much it read. Needs libcrypto.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { BUFFER_BYTES = 128 << 10, LARGE_BYTES = 1 << 20, LIST_BYTES = 512 };

struct entry {
    uint64_t inode;
    int64_t offset;
    uint16_t length;
    uint8_t type;
    char name[];
};

struct task {
    struct task *next;
    int large;
    char path[];
};

struct worker {
    pthread_t thread;
    unsigned char *names;
    unsigned char *content;
    EVP_MD_CTX *digest;
    struct statx state;
    uint64_t items, bytes;
    unsigned check;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static struct task *stack;
static int busy;
static int attributes;

static void push(const char *folder, const char *name, int large) {
    size_t length = strlen(folder) + strlen(name) + 2;
    struct task *task = malloc(sizeof *task + length);
    task->large = large;
    snprintf(task->path, length, "%s/%s", folder, name);
    pthread_mutex_lock(&lock);
    task->next = stack;
    stack = task;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
}

/* The next task, or NULL when there is none and nobody can make one. */
static struct task *pop(void) {
    pthread_mutex_lock(&lock);
    busy--;
    while (!stack && busy > 0) {
        pthread_cond_wait(&changed, &lock);
    }
    struct task *task = stack;
    if (task) {
        stack = task->next;
        busy++;
    } else {
        pthread_cond_broadcast(&changed);
    }
    pthread_mutex_unlock(&lock);
    return task;
}

static int state(int folder, const char *name, int flags, struct worker *worker) {
    return statx(folder, name, flags | AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_BTIME, &worker->state);
}

static void look(struct worker *worker, int file) {
    char list[LIST_BYTES];
    ssize_t length = flistxattr(file, list, sizeof list);
    worker->check += length > 0 ? list[0] : 0;
}

static void hash(struct worker *worker, int folder, const char *name) {
    int file = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOATIME | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    unsigned char value[EVP_MAX_MD_SIZE];
    EVP_DigestInit_ex(worker->digest, EVP_sha256(), NULL);
    ssize_t length;
    while ((length = read(file, worker->content, BUFFER_BYTES)) > 0) {
        EVP_DigestUpdate(worker->digest, worker->content, length);
        worker->bytes += length;
    }
    EVP_DigestFinal_ex(worker->digest, value, NULL);
    worker->check += value[0];
    if (attributes) {
        look(worker, file);
        state(file, "", AT_EMPTY_PATH, worker);
    }
    close(file);
}

static void visit(struct worker *worker, int folder, const char *path, const char *name) {
    if (state(folder, name, 0, worker) != 0) {
        return;
    }
    worker->items++;
    if (S_ISDIR(worker->state.stx_mode)) {
        push(path, name, 0);
    } else if (S_ISREG(worker->state.stx_mode)) {
        if (worker->state.stx_size > LARGE_BYTES) {
            push(path, name, 1);
        } else {
            hash(worker, folder, name);
        }
    }
}

static void list(struct worker *worker, const char *path) {
    int folder = openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NOATIME | O_CLOEXEC);
    if (folder < 0) {
        return;
    }
    if (attributes) {
        look(worker, folder);
    }
    long length;
    while ((length = syscall(SYS_getdents64, folder, worker->names, BUFFER_BYTES)) > 0) {
        for (long at = 0; at < length;) {
            struct entry *entry = (struct entry *) (worker->names + at);
            at += entry->length;
            if (strcmp(entry->name, ".") != 0 && strcmp(entry->name, "..") != 0) {
                visit(worker, folder, path, entry->name);
            }
        }
    }
    close(folder);
}

static void *work(void *argument) {
    struct worker *worker = argument;
    struct task *task;
    while ((task = pop())) {
        if (task->large) {
            hash(worker, AT_FDCWD, task->path);
        } else {
            list(worker, task->path);
        }
        free(task);
    }
    return NULL;
}

int main(int count, char **arguments) {
    attributes = count == 4 && strcmp(arguments[3], "attributes") == 0;
    int threads = count == 3 || attributes ? atoi(arguments[1]) : 0;
    if (threads < 1 || threads > 256) {
        fprintf(stderr, "usage: floor THREADS DIR [attributes]\n");
        return 64;
    }
    struct worker *workers = calloc(threads, sizeof *workers);
    stack = malloc(sizeof *stack + strlen(arguments[2]) + 1);
    stack->next = NULL;
    stack->large = 0;
    strcpy(stack->path, arguments[2]);
    busy = threads;
    for (int each = 0; each < threads; each++) {
        workers[each].names = malloc(BUFFER_BYTES);
        workers[each].content = malloc(BUFFER_BYTES);
        workers[each].digest = EVP_MD_CTX_new();
        pthread_create(&workers[each].thread, NULL, work, &workers[each]);
    }
    uint64_t items = 1, bytes = 0;
    for (int each = 0; each < threads; each++) {
        pthread_join(workers[each].thread, NULL);
        items += workers[each].items;
        bytes += workers[each].bytes;
    }
    printf("%llu items, %llu bytes\n", (unsigned long long) items, (unsigned long long) bytes);
    return 0;
}
