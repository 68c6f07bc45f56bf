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
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define READ_AT_ONCE (512 * 1024)
#define EVENTS 1024
#define CURSOR 64
#define PER_ADDRESS 20000

enum state { AWAY, CONNECTING, HANDSHAKING, OPEN };

struct client {
  int fd;
  enum state state;
  int topic, old_topic;
  int in;
  char cursor[CURSOR];
  char *rest; /* a frame that has not come in full yet */
  size_t rest_length;
};

static int port, count, topics = 1, at_once = 200, mss, receive;
static const char *path = "/", *header = "", *say = "";
static struct client *clients;
static struct client **queue; /* who is to connect; as many places as clients */
static int poll_fd, queue_head, queued, connecting, refused, in_now, waiting_for_in;
static double waiting_since;
static long frames, bytes, closed;
static int64_t *latencies;
static size_t latency_count, latency_room;
static char *message;
static size_t message_length;
static char *buffer;

static double now_millis(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int64_t wall_nanos(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void *must(void *memory) {
  if (!memory) die("memory");
  return memory;
}

/* Writes a template with {n} and {since} filled in. */
static int fill(char *to, size_t room, const char *template, const struct client *c) {
  size_t at = 0;
  for (const char *p = template; *p && at + CURSOR + 16 < room;) {
    if (!strncmp(p, "{n}", 3)) {
      at += sprintf(to + at, "%d", c->topic);
      p += 3;
    } else if (!strncmp(p, "{old}", 5)) {
      at += sprintf(to + at, "%d", c->old_topic);
      p += 5;
    } else if (!strncmp(p, "{since}", 7)) {
      if (*c->cursor) at += sprintf(to + at, ",\"since\":\"%s\"", c->cursor);
      p += 7;
    } else {
      to[at++] = *p++;
    }
  }
  to[at] = 0;
  return at;
}

static void send_all(struct client *c, const char *data, size_t length) {
  if (send(c->fd, data, length, MSG_NOSIGNAL) != (ssize_t)length) die("send");
}

/* A masked text frame; the mask is zero, which the protocol allows. */
static void speak(struct client *c, int opcode, const char *text, size_t length) {
  char frame[2048 + 8];
  size_t at = 0;
  frame[at++] = 0x80 | opcode;
  if (length < 126) {
    frame[at++] = 0x80 | length;
  } else {
    frame[at++] = 0x80 | 126;
    frame[at++] = length >> 8;
    frame[at++] = length;
  }
  memset(frame + at, 0, 4);
  at += 4;
  memcpy(frame + at, text, length);
  send_all(c, frame, at + length);
}

static void say_it(struct client *c, const char *template) {
  char text[2048];
  speak(c, 1, text, fill(text, sizeof text, template, c));
}

static void is_in(struct client *c) {
  if (c->in) return;
  c->in = 1;
  if (++in_now == count && waiting_for_in) {
    waiting_for_in = 0;
    printf("ready %d %.3f %d\n", in_now, now_millis() - waiting_since, refused);
    fflush(stdout);
  }
}

static void hang_up(struct client *c) {
  if (c->state == AWAY) return;
  if (c->state != OPEN) connecting--;
  struct linger at_once = {1, 0};
  setsockopt(c->fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  close(c->fd);
  free(c->rest);
  c->rest = NULL;
  c->rest_length = 0;
  c->state = AWAY;
}

static void connect_one(struct client *c) {
  c->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (c->fd < 0) die("socket");
  int yes = 1;
  setsockopt(c->fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  setsockopt(c->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &yes, sizeof yes);
  if (mss) setsockopt(c->fd, IPPROTO_TCP, TCP_MAXSEG, &mss, sizeof mss);
  if (receive) setsockopt(c->fd, SOL_SOCKET, SO_RCVBUF, &receive, sizeof receive);
  struct sockaddr_in from = {.sin_family = AF_INET};
  from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + (c - clients) / PER_ADDRESS);
  if (bind(c->fd, (struct sockaddr *)&from, sizeof from)) die("bind");
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(c->fd, (struct sockaddr *)&to, sizeof to) && errno != EINPROGRESS) die("connect");
  c->state = CONNECTING;
  c->in = 0;
  connecting++;
  struct epoll_event event = {.events = EPOLLOUT | EPOLLIN, .data.ptr = c};
  if (epoll_ctl(poll_fd, EPOLL_CTL_ADD, c->fd, &event)) die("epoll_ctl");
}

static void queue_up(struct client *c) {
  queue[(queue_head + queued++) % count] = c;
}

static void connect_more(void) {
  while (queued && connecting < at_once) {
    queued--;
    connect_one(queue[queue_head++ % count]);
  }
}

static void shake_hands(struct client *c) {
  int error = 0;
  socklen_t size = sizeof error;
  getsockopt(c->fd, SOL_SOCKET, SO_ERROR, &error, &size);
  if (error) {
    errno = error;
    die("connect");
  }
  char where[512], request[2048];
  fill(where, sizeof where, path, c);
  int length = snprintf(request, sizeof request,
                        "GET %s HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n%s%s\r\n",
                        where, header, *header ? "\r\n" : "");
  send_all(c, request, length);
  c->state = HANDSHAKING;
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
  epoll_ctl(poll_fd, EPOLL_CTL_MOD, c->fd, &event);
}

static int digits(const char *p, int n) {
  int value = 0;
  while (n--) value = value * 10 + (*p++ - '0');
  return value;
}

/* 2026-11-22T22:17:11.123456Z, with any number of digits behind the point, in epoch nanoseconds. */
static int64_t moment(const char *p) {
  static char last_day[11];
  static int64_t last_midnight;
  if (strncmp(last_day, p, 10)) {
    struct tm day = {.tm_year = digits(p, 4) - 1900, .tm_mon = digits(p + 5, 2) - 1,
                     .tm_mday = digits(p + 8, 2)};
    last_midnight = (int64_t)timegm(&day) * 1000000000;
    memcpy(last_day, p, 10);
  }
  int64_t nanos = last_midnight +
      (digits(p + 11, 2) * 3600 + digits(p + 14, 2) * 60 + digits(p + 17, 2)) * 1000000000LL;
  if (p[19] == '.') {
    int64_t unit = 100000000;
    for (p += 20; *p >= '0' && *p <= '9'; p++, unit /= 10) nanos += (*p - '0') * unit;
  }
  return nanos;
}

static void note_latency(const char *text, size_t length, int64_t at) {
  static const char patch[] = "\"patch\":{", heard[] = "\"heardAt\":\"";
  const char *p = memmem(text, length < 256 ? length : 256, patch, sizeof patch - 1);
  if (!p) return;
  p = memmem(p, text + length - p, heard, sizeof heard - 1);
  if (!p || p + 40 > text + length) return;
  if (latency_count == latency_room) {
    latency_room = latency_room ? latency_room * 2 : 1 << 20;
    latencies = must(realloc(latencies, latency_room * sizeof *latencies));
  }
  latencies[latency_count++] = at - moment(p + sizeof heard - 1);
}

static void hear(struct client *c, const char *text, size_t length, int64_t at) {
  static const char cursor[] = "\"cursor\":\"";
  const char *p = memmem(text, length < 128 ? length : 128, cursor, sizeof cursor - 1);
  if (!p) {
    if (memmem(text, length, "\"gone\":", 7)) {
      fprintf(stderr, "gone: %.*s\n", (int)length, text);
    }
    return;
  }
  p += sizeof cursor - 1;
  const char *end = memchr(p, '"', text + length - p);
  if (end && end - p < CURSOR) {
    memcpy(c->cursor, p, end - p);
    c->cursor[end - p] = 0;
  }
  frames++;
  bytes += length;
  note_latency(text, length, at);
  if (c == clients) {
    message = must(realloc(message, length));
    memcpy(message, text, length);
    message_length = length;
  }
  is_in(c);
}

/* Returns how many bytes were whole frames; -1 where the other side has closed. */
static ssize_t take_frames(struct client *c, const char *data, size_t length) {
  const unsigned char *b = (const unsigned char *)data;
  int64_t at = wall_nanos();
  size_t done = 0;
  while (length - done >= 2) {
    size_t head = 2, size = b[done + 1] & 127;
    if (size == 126) {
      head = 4;
      if (length - done < head) break;
      size = b[done + 2] << 8 | b[done + 3];
    } else if (size == 127) {
      head = 10;
      if (length - done < head) break;
      size = 0;
      for (int i = 2; i < 10; i++) size = size << 8 | b[done + i];
    }
    if (length - done < head + size) break;
    int opcode = b[done] & 15;
    if (opcode == 1) hear(c, data + done + head, size, at);
    if (opcode == 9) speak(c, 10, data + done + head, size);
    if (opcode == 8) return -1;
    done += head + size;
  }
  return done;
}

/* One that is not in yet was refused, and tries again behind the others. */
static void lose(struct client *c) {
  hang_up(c);
  if (c->in) {
    closed++;
    return;
  }
  refused++;
  queue_up(c);
  connect_more();
}

static ssize_t take_handshake(struct client *c, const char *data, size_t length) {
  const char *end = memmem(data, length, "\r\n\r\n", 4);
  if (!end) return 0;
  if (strncmp(data, "HTTP/1.1 101", 12)) {
    if (!refused) fprintf(stderr, "refused: %.*s\n", (int)length, data);
    lose(c);
    return 0;
  }
  c->state = OPEN;
  connecting--;
  connect_more();
  if (*say) say_it(c, say);
  else is_in(c);
  return end + 4 - data;
}

static void keep(struct client *c, const char *data, size_t length) {
  if (!length) {
    free(c->rest);
    c->rest = NULL;
  } else {
    char *kept = must(malloc(length));
    memcpy(kept, data, length);
    free(c->rest);
    c->rest = kept;
  }
  c->rest_length = length;
}

static void drain(struct client *c) {
  if (c->rest_length) memcpy(buffer, c->rest, c->rest_length);
  ssize_t got = recv(c->fd, buffer + c->rest_length, READ_AT_ONCE, 0);
  if (got < 0 && errno == EAGAIN) return;
  if (got <= 0) {
    lose(c);
    return;
  }
  size_t length = c->rest_length + got, done = 0;
  if (c->state == HANDSHAKING) {
    done = take_handshake(c, buffer, length);
    if (c->state == CONNECTING || c->state == AWAY) return;
  }
  if (c->state == OPEN) {
    ssize_t taken = take_frames(c, buffer + done, length - done);
    if (taken < 0) {
      lose(c);
      return;
    }
    done += taken;
  }
  if (c->rest_length || done < length) keep(c, buffer + done, length - done);
}

static void wait_for_all(void) {
  in_now = refused = 0;
  for (int i = 0; i < count; i++) clients[i].in = 0;
  waiting_for_in = 1;
  waiting_since = now_millis();
}

static void mark(const char *file) {
  FILE *f = fopen(file, "w");
  if (!f) die(file);
  fwrite(latencies, sizeof *latencies, latency_count, f);
  fclose(f);
  struct timespec cpu;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
  static int64_t cpu_before;
  int64_t cpu_now = (int64_t)cpu.tv_sec * 1000000000 + cpu.tv_nsec;
  printf("marked %ld %ld %ld %lld\n", frames, bytes, closed, (long long)(cpu_now - cpu_before));
  cpu_before = cpu_now;
  frames = bytes = closed = 0;
  latency_count = 0;
}

static void write_states(const char *file) {
  FILE *f = fopen(file, "w");
  if (!f) die(file);
  for (int i = 0; i < count; i++) fprintf(f, "%s\n", clients[i].cursor);
  fclose(f);
  puts("stated");
}

static void write_message(const char *file) {
  FILE *f = fopen(file, "w");
  if (!f) die(file);
  fwrite(message, 1, message_length, f);
  fclose(f);
  puts("told");
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
  queue = must(calloc(count, sizeof *queue));
  buffer = must(malloc(4 * READ_AT_ONCE));
  poll_fd = epoll_create1(0);
  struct epoll_event commands = {.events = EPOLLIN, .data.ptr = NULL}, events[EVENTS];
  if (epoll_ctl(poll_fd, EPOLL_CTL_ADD, 0, &commands)) die("stdin");
  for (;;) {
    int ready = epoll_wait(poll_fd, events, EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      struct client *c = events[i].data.ptr;
      if (!c) listen_to_stdin();
      else if (c->state == CONNECTING) shake_hands(c);
      else if (c->state != AWAY) drain(c);
    }
  }
}
