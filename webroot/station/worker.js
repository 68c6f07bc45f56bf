/*
 * Opens the station's page without a network. `GIVEN` stands above this file when it is served: the page, where the
 * assets of this version lie, and all of them. Reports are none of its business: the page keeps and sends them.
 */
const PREFIX = 'station ';
const CACHE = PREFIX + GIVEN.assets;
const PATIENCE_MILLIS = 4_000;
const VERSIONS_KEPT = 2;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', ({ data }) => data === 'take over' && self.skipWaiting());

/** All of one version, or nothing: a page and its modules never come from two. */
async function keepAll() {
  const page = await self.fetch(GIVEN.page, { cache: 'no-store' });
  if (!(await isOurs(page))) {
    throw new Error('The page is of another version');
  }
  const cache = await caches.open(CACHE);
  await cache.addAll(GIVEN.files);
  await cache.put(GIVEN.page, page);
}

const isOurs = async (page) => page.ok && (await page.clone().text()).includes(GIVEN.assets);

/** The version before stays: another tab may still have its page open. */
async function takeOver() {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(ours.slice(0, -(VERSIONS_KEPT - 1)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate' && pathname === GIVEN.page) {
    event.respondWith(page(request));
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(asset(request));
  }
});

/** From the network where that is quick and of this version; what is newer is taken over when the page rests. */
async function page(request) {
  const kept = await (await caches.open(CACHE)).match(GIVEN.page);
  try {
    const answer = await self.fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MILLIS) } : {});
    if (!kept || (await isOurs(answer))) {
      return answer;
    }
    self.registration.update().catch(() => {});
  } catch (fault) {
    if (!kept) {
      throw fault;
    }
  }
  return kept;
}

/** What was loaded once stays: its address changes with it. */
async function asset(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) {
    return kept;
  }
  const answer = await self.fetch(request);
  if (answer.ok && request.url.includes(GIVEN.assets)) {
    const cache = await caches.open(CACHE);
    await cache.put(request, answer.clone());
  }
  return answer;
}
