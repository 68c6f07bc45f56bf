import { header, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import { waysIn } from '../../base/way-in.js';
import { serialOf } from '../reading/cover.js';
import '../elements/warranty-look-up.js';

await speak(() => t('look-up.page-title'));
show('warranty-look-up', { serial: serialOf(location) });
header.manufacturer = (await waysIn())?.manufacturer;
