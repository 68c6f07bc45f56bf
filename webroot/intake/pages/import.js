import { person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/import-page.js';

const kind = location.pathname.split('/').at(-1);

await speak(() => t(`import.page-title-${kind}`));
if (await person()) {
  show('import-page', { kind });
}
