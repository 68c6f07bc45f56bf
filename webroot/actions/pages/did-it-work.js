import { header, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { waysIn } from '../../base/way-in.js';
import '../elements/did-it-work.js';

const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname); // The secret must not stay in the address bar.

await speak(() => t('did-it-work.page-title'));
show('did-it-work', { token });
header.manufacturer = (await waysIn())?.manufacturer;
