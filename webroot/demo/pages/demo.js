import { fail, header, show, speak } from '../../base/start.js';
import { waysIn } from '../../base/way-in.js';
import { t } from '../../base/words.js';
import '../elements/demo-floor.js';
import { floor } from '../requests.js';

await speak(() => t('demo.page-title'));
try {
  show('demo-floor', { page: await floor() });
  header.manufacturer = (await waysIn())?.manufacturer;
} catch (problem) {
  fail(problem);
}
