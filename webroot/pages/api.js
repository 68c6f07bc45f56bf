import { openApi, whoAmI } from '../api/client.js';
import { t } from '../i18n/words.js';
import { fail, header, show, speak } from './start.js';
import '../elements/api-docs.js';

await speak(() => t('api.page-title'));
const element = show('api-docs');
whoAmI().then((me) => (header.me = me), () => {});
try {
  element.api = await openApi();
} catch (problem) {
  fail(problem);
}
