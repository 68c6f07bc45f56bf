import { fail, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/devices-page.js';
import { devices, machines } from '../requests.js';

await speak(() => t('devices.page-title'));
const me = await person();
if (me) {
  try {
    const [gauges, heard] = await Promise.all([devices(), machines()]);
    show('devices-page', { me, devices: gauges, machines: heard });
  } catch (problem) {
    fail(problem);
  }
}
