/*
 * The floor: what a fan-out costs the kernel, and nearly nothing else. Takes WebSocket clients at
 * any path; POST to a path sends the body to its clients, one frame, one plain send() each.
 *
 *   floor PORT
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define EVENTS 256
#define REQUEST (1 << 20)
#define FILES 65536

struct connection {
  char path[64];
  int watches;
  char *request;
  size_t length;
};

static struct connection *connections[FILES];
static int watchers[FILES], watcher_count;

static void send_all(int fd, const char *data, size_t length) {
  while (length) {
    ssize_t sent = send(fd, data, length, MSG_NOSIGNAL);
    if (sent < 0) return;
    data += sent;
    length -= sent;
  }
}

static void publish(const char *path, const char *body, size_t length) {
  static char frame[REQUEST + 10];
  size_t head = 2;
  frame[0] = (char)0x81;
  if (length < 126) {
    frame[1] = length;
  } else {
    frame[1] = 126;
    frame[2] = length >> 8;
    frame[3] = length;
    head = 4;
  }
  memcpy(frame + head, body, length);
  for (int i = 0; i < watcher_count; i++) {
    if (!strcmp(connections[watchers[i]]->path, path)) send_all(watchers[i], frame, head + length);
  }
}

static void forget(int fd) {
  for (int i = 0; i < watcher_count; i++) {
    if (watchers[i] == fd) watchers[i--] = watchers[--watcher_count];
  }
  free(connections[fd]->request);
  free(connections[fd]);
  connections[fd] = NULL;
  close(fd);
}

/* Answers one request if it is there in full; returns how long it was. */
static size_t answer(int fd, struct connection *c) {
  char *end = memmem(c->request, c->length, "\r\n\r\n", 4);
  if (!end) return 0;
  size_t head = end + 4 - c->request, body = 0;
  char path[64];
  *end = 0;
  sscanf(c->request, "%*s %63s", path);
  char *given = strcasestr(c->request, "\r\nContent-Length:");
  if (given) body = strtoul(given + 17, NULL, 10);
  *end = '\r';
  if (c->length < head + body) return 0;
  if (!strncmp(c->request, "GET", 3)) {
    static const char welcome[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                  "Connection: Upgrade\r\n"
                                  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
    send_all(fd, welcome, sizeof welcome - 1);
    strcpy(c->path, path);
    c->watches = 1;
    watchers[watcher_count++] = fd;
  } else {
    static const char done[] = "HTTP/1.1 204 No Content\r\n\r\n";
    publish(path, c->request + head, body);
    send_all(fd, done, sizeof done - 1);
  }
  return head + body;
}

static void read_from(int fd) {
  static char buffer[REQUEST];
  struct connection *c = connections[fd];
  ssize_t got = recv(fd, buffer, sizeof buffer, 0);
  if (got <= 0) {
    forget(fd);
    return;
  }
  if (c->watches) return; /* What watchers say is of no interest. */
  c->request = realloc(c->request, c->length + got);
  memcpy(c->request + c->length, buffer, got);
  c->length += got;
  for (size_t done; (done = answer(fd, c));) {
    memmove(c->request, c->request + done, c->length -= done);
  }
}

int main(int argc, char **argv) {
  if (argc < 2) return 2;
  int listener = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(listener, (struct sockaddr *)&here, sizeof here) || listen(listener, 4096)) {
    perror("listen");
    return 1;
  }
  int poll_fd = epoll_create1(0);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[EVENTS];
  epoll_ctl(poll_fd, EPOLL_CTL_ADD, listener, &event);
  puts("listening");
  fflush(stdout);
  for (;;) {
    int ready = epoll_wait(poll_fd, events, EVENTS, -1);
    for (int i = 0; i < ready; i++) {
      int fd = events[i].data.fd;
      if (fd != listener) {
        read_from(fd);
        continue;
      }
      int taken = accept(listener, NULL, NULL);
      if (taken < 0 || taken >= FILES) continue;
      setsockopt(taken, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
      connections[taken] = calloc(1, sizeof **connections);
      event.data.fd = taken;
      epoll_ctl(poll_fd, EPOLL_CTL_ADD, taken, &event);
    }
  }
}
