/*
 * Many WebSocket clients in one process: connects them, drains whatever comes as fast as it can, and
 * parses frames no further than it must. Latency is the time of arrival less the moment that the
 * payload itself carries ("heardAt" inside of a patch). Each client remembers the last cursor.
 *
 *   crowd PORT COUNT [--path P] [--header H] [--say S] [--topics N] [--at-once N]
 *                    [--mss BYTES] [--receive BYTES]
 *
 * In P and S, {n} becomes the client's topic, a number from 1 to N, and {old} the one before; in S,
 * {since} becomes ,"since":"CURSOR" once it has one. A client that says something is in when it was
 * answered, any other when its handshake was; one that is refused tries again behind the others.
 * Commands come on stdin, one a line:
 *
 *   connect          connects all            -> ready COUNT MILLIS REFUSED
 *   say FIRST TEXT   says this, topics from FIRST on -> ready COUNT MILLIS REFUSED
 *   port PORT        connects there from now on
 *   drop             hangs up                -> dropped
 *   mark FILE        since the last mark; FILE gets the latencies, int64 nanoseconds
 *                                            -> marked FRAMES BYTES CLOSED CPU_NANOS
 *   states FILE      the last cursors, a line each -> stated
 *   message FILE     the last message of the first client -> told
 *
 * It ends when stdin does.
 */
#include "crowd.h"

#include <sys/epoll.h>
#include <time.h>

#define EVENTS 1024

int port, count, topics = 1, at_once = 200, mss, receive;
const char *path = "/", *header = "", *say = "";
struct client *clients;
static int in_now, waiting_for_in;
static double waiting_since;

void die(const char *what) {
  perror(what);
  exit(1);
}

void *must(void *memory) {
  if (!memory) die("memory");
  return memory;
}

static double now_millis(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

void is_in(struct client *c) {
  if (c->in) return;
  c->in = 1;
  if (++in_now == count && waiting_for_in) {
    waiting_for_in = 0;
    printf("ready %d %.3f %d\n", in_now, now_millis() - waiting_since, refused);
    fflush(stdout);
  }
}

static void wait_for_all(void) {
  in_now = refused = 0;
  for (int i = 0; i < count; i++) clients[i].in = 0;
  waiting_for_in = 1;
  waiting_since = now_millis();
}

static void mark(const char *file) {
  static int64_t cpu_before;
  struct timespec cpu;
  write_latencies(file);
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
  int64_t cpu_now = (int64_t)cpu.tv_sec * 1000000000 + cpu.tv_nsec;
  printf("marked %ld %ld %ld %lld\n", frames, bytes, closed, (long long)(cpu_now - cpu_before));
  cpu_before = cpu_now;
  frames = bytes = closed = 0;
}

static void write_states(const char *file) {
  FILE *f = fopen(file, "w");
  if (!f) die(file);
  for (int i = 0; i < count; i++) fprintf(f, "%s\n", clients[i].cursor);
  fclose(f);
  puts("stated");
}

static void obey(char *line) {
  if (!strcmp(line, "connect")) {
    wait_for_all();
    for (int i = 0; i < count; i++) queue_up(&clients[i]);
    connect_more();
  } else if (!strncmp(line, "port ", 5)) {
    port = atoi(line + 5);
  } else if (!strcmp(line, "drop")) {
    for (int i = 0; i < count; i++) hang_up(&clients[i]);
    puts("dropped");
  } else if (!strncmp(line, "say ", 4)) {
    char *text;
    int first = strtol(line + 4, &text, 10);
    wait_for_all();
    for (int i = 0; i < count; i++) {
      clients[i].old_topic = clients[i].topic;
      clients[i].topic = first + i % topics;
      say_it(&clients[i], text + 1);
    }
  } else if (!strncmp(line, "mark ", 5)) {
    mark(line + 5);
  } else if (!strncmp(line, "states ", 7)) {
    write_states(line + 7);
  } else if (!strncmp(line, "message ", 8)) {
    write_message(line + 8);
    puts("told");
  } else {
    fprintf(stderr, "unknown: %s\n", line);
    exit(2);
  }
  fflush(stdout);
}

/* Commands are short and come one at a time; what came in one read is obeyed line by line. */
static void listen_to_stdin(void) {
  static char said[8192];
  static size_t have;
  ssize_t got = read(0, said + have, sizeof said - have);
  if (got <= 0) exit(0);
  have += got;
  for (char *end; (end = memchr(said, '\n', have));) {
    *end = 0;
    obey(said);
    size_t line = end + 1 - said;
    memmove(said, end + 1, have -= line);
  }
}

static void read_options(int argc, char **argv) {
  port = atoi(argv[1]);
  count = atoi(argv[2]);
  for (int i = 3; i + 1 < argc; i += 2) {
    const char *name = argv[i], *value = argv[i + 1];
    if (!strcmp(name, "--path")) path = value;
    else if (!strcmp(name, "--header")) header = value;
    else if (!strcmp(name, "--say")) say = value;
    else if (!strcmp(name, "--topics")) topics = atoi(value);
    else if (!strcmp(name, "--at-once")) at_once = atoi(value);
    else if (!strcmp(name, "--mss")) mss = atoi(value);
    else if (!strcmp(name, "--receive")) receive = atoi(value);
    else {
      fprintf(stderr, "unknown option %s\n", name);
      exit(2);
    }
  }
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: crowd PORT COUNT [options]\n");
    return 2;
  }
  read_options(argc, argv);
  clients = must(calloc(count, sizeof *clients));
  for (int i = 0; i < count; i++) clients[i].topic = 1 + i % topics;
  int poll_fd = epoll_create1(0);
  begin(poll_fd);
  struct epoll_event commands = {.events = EPOLLIN, .data.ptr = NULL}, events[EVENTS];
  if (epoll_ctl(poll_fd, EPOLL_CTL_ADD, 0, &commands)) die("stdin");
  for (;;) {
    int ready = epoll_wait(poll_fd, events, EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      struct client *c = events[i].data.ptr;
      if (!c) listen_to_stdin();
      else take_event(c);
    }
  }
}
