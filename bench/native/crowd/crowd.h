/* What the parts of the crowd share; main.c says what it is. */
#pragma once
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CURSOR 64

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

/* What was asked for. */
extern int port, count, topics, at_once, mss, receive;
extern const char *path, *header, *say;

extern struct client *clients;

/* main.c */
void is_in(struct client *c);
void die(const char *what);
void *must(void *memory);

/* client.c */
extern long closed;
extern int refused;
void begin(int poll_fd);
void queue_up(struct client *c);
void connect_more(void);
void say_it(struct client *c, const char *template);
void hang_up(struct client *c);
void take_event(struct client *c);

/* message.c */
extern long frames, bytes;
void hear(struct client *c, const char *text, size_t length, int64_t at);
void write_latencies(const char *file);
void write_message(const char *file);
