import { header, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { waysIn } from '../../base/way-in.js';
import '../elements/mailed-invitation.js';

const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname); // The secret must not stay in the address bar.

await speak(() => t('invitation.page-title'));
show('mailed-invitation', { token });
header.manufacturer = (await waysIn())?.manufacturer;
