const WORKER = '/notices/worker.js';
const SCOPE = '/notices/';

/** Whether this browser can show what is pushed to it. */
export const canPush = () => 'serviceWorker' in navigator && 'PushManager' in globalThis;

const registered = async () => (canPush() ? navigator.serviceWorker.getRegistration(SCOPE) : undefined);

const subscribed = async () => (await registered())?.pushManager.getSubscription();

export const isPushed = async () => Boolean(await subscribed());

/**
 * Subscribes this browser under the house's key; answers what it says of itself, or `why` it does not: `denied` by
 * whoever looks, or `failed`.
 */
export async function startPush(key) {
  if ((await Notification.requestPermission()) !== 'granted') {
    return { why: 'denied' };
  }
  try {
    const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    await activated(registration);
    const options = { userVisibleOnly: true, applicationServerKey: key };
    const { endpoint, keys } = (await registration.pushManager.subscribe(options)).toJSON();
    return { subscription: { endpoint, keys } };
  } catch {
    return { why: 'failed' };
  }
}

/** Nothing is shown here any more. */
export async function endPush() {
  await (await subscribed())?.unsubscribe();
}

function activated({ active, installing, waiting }) {
  const worker = installing ?? waiting;
  return active || !worker
    ? undefined
    : new Promise((resolve) =>
        worker.addEventListener('statechange', () => worker.state === 'activated' && resolve()),
      );
}
