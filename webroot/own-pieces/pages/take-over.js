import { can } from '../../base/reading/access.js';
import { header, show, speak, viewer } from '../../base/start.js';
import { t } from '../../base/words.js';
import { waysIn } from '../../base/way-in.js';
import '../elements/take-over.js';

const secret = location.hash.slice(1);
history.replaceState(null, '', location.pathname); // The secret must not stay in the address bar.
addEventListener('hashchange', () => location.reload()); // Another link, followed in the same window.

await speak(() => t('take-over.page-title'));
const me = await viewer().catch(() => undefined); // Whoever is not signed in takes it by an address.
header.me = me;
show('take-over', { secret, owner: me && can(me, 'warranty.own') ? (me.company?.name ?? me.name) : undefined });
header.manufacturer = (await waysIn())?.manufacturer;
