/* One connection after the other: connects, shakes hands, speaks, takes frames apart. */
#include "crowd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>

#define READ_AT_ONCE (512 * 1024)
#define PER_ADDRESS 20000

long closed;
int refused;
static struct client **queue; /* who is to connect; as many places as clients */
static int poll_fd, queue_head, queued, connecting;
static char *buffer;

static int64_t wall_nanos(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

void begin(int events) {
  poll_fd = events;
  queue = must(calloc(count, sizeof *queue));
  buffer = must(malloc(4 * READ_AT_ONCE));
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

/* Where the other side has gone, the next read tells. */
static void send_all(struct client *c, const char *data, size_t length) {
  ssize_t sent = send(c->fd, data, length, MSG_NOSIGNAL);
  if (sent != (ssize_t)length && errno != EPIPE && errno != ECONNRESET) die("send");
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

void say_it(struct client *c, const char *template) {
  char text[2048];
  speak(c, 1, text, fill(text, sizeof text, template, c));
}

void hang_up(struct client *c) {
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

void queue_up(struct client *c) {
  queue[(queue_head + queued++) % count] = c;
}

void connect_more(void) {
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

void take_event(struct client *c) {
  if (c->state == CONNECTING) shake_hands(c);
  else if (c->state != AWAY) drain(c);
}
