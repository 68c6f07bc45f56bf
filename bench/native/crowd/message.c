/* What is understood of a message: its cursor, and the moment inside of a patch. */
#include "crowd.h"

#include <time.h>

long frames, bytes;
static int64_t *latencies;
static size_t latency_count, latency_room;
static char *message;
static size_t message_length;

/* Messages are much alike: a text is looked for where it stood in the one before, then everywhere. */
static const char *find(const char *in, size_t length, const char *what, size_t size, size_t *last) {
  if (*last + size <= length && !memcmp(in + *last, what, size)) return in + *last;
  const char *found = memmem(in, length, what, size);
  if (found) *last = found - in;
  return found;
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
  static size_t patch_at, heard_at;
  const char *p = find(text, length < 256 ? length : 256, patch, sizeof patch - 1, &patch_at);
  if (!p) return;
  p = find(p, text + length - p, heard, sizeof heard - 1, &heard_at);
  if (!p || p + 40 > text + length) return;
  if (latency_count == latency_room) {
    latency_room = latency_room ? latency_room * 2 : 1 << 20;
    latencies = must(realloc(latencies, latency_room * sizeof *latencies));
  }
  latencies[latency_count++] = at - moment(p + sizeof heard - 1);
}

void hear(struct client *c, const char *text, size_t length, int64_t at) {
  static const char cursor[] = "\"cursor\":\"";
  static size_t cursor_at;
  const char *p = find(text, length < 128 ? length : 128, cursor, sizeof cursor - 1, &cursor_at);
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

/* The latencies since the last time this was asked. */
void write_latencies(const char *file) {
  FILE *f = fopen(file, "w");
  if (!f) die(file);
  fwrite(latencies, sizeof *latencies, latency_count, f);
  fclose(f);
  latency_count = 0;
}

void write_message(const char *file) {
  FILE *f = fopen(file, "w");
  if (!f) die(file);
  fwrite(message, 1, message_length, f);
  fclose(f);
}
