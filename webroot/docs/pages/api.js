import { fail, header, show, speak, viewer } from '../../base/start.js';
import { t } from '../../base/words.js';
import { openApi } from '../requests.js';
import '../elements/api-docs.js';

await speak(() => t('api.page-title'));
const element = show('api-docs');
viewer().then((me) => (header.me = me), () => {});
try {
  element.api = await openApi();
} catch (problem) {
  fail(problem);
}
