import { recall, remember } from './reading/wanted.js';
import { signInOptions } from './requests.js';
import { header, show } from './start.js';

/** The page to sign in at, in place of the one that was wanted. */
export async function openWayIn(properties = {}) {
  remember(location.pathname);
  await import('../signin/elements/sign-in-page.js');
  const page = show('sign-in-page', { then: () => location.replace(recall()), ...properties });
  page.options = (await waysIn()) ?? page.options;
}

/** The ways in; and the header says whose window this is to those whom nobody knows yet. */
export async function waysIn() {
  try {
    const options = await signInOptions();
    header.manufacturer = options.manufacturer;
    return options;
  } catch {
    return undefined; // What is wrong is said once something is asked for.
  }
}
