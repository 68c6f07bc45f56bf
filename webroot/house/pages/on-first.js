import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { setup } from '../requests.js';

/** Whoever opens a house in which there is nothing yet begins where it is set up. */
contribute('first', async ({ me }) => {
  try {
    return can(me, 'house.set') && (await setup()).leads ? '/setup' : undefined;
  } catch {
    return undefined; // Then one begins where one always does.
  }
});
