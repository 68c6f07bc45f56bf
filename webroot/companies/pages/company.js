import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/company-page.js';

const asked = decodeURIComponent(location.pathname.split('/')[2]);
let element;

const title = () => t('company-page.page-title', { name: element?.company?.name ?? asked });

await speak(title);
const me = await person();
if (me) {
  watch(`companies/${asked}`, ({ page, gone: why }) => {
    if (why) {
      gone(why, '/companies');
      return;
    }
    if (page.code !== asked) {
      location.replace(`/companies/${encodeURIComponent(page.code)}`); // It has become a part of that one.
      return;
    }
    element ??= show('company-page', { me });
    element.company = page;
    document.title = title();
  });
}
