import { can } from '../../base/reading/access.js';
import { gone, person, show, speak, watch } from '../../base/start.js';
import { t } from '../../base/words.js';

await speak(() => t('actions.page-title'));
const me = await person();
if (me) {
  const isStaff = can(me, 'actions.do');
  await import(isStaff ? '../elements/actions-page.js' : '../elements/said-and-done.js');
  const element = isStaff
    ? show('actions-page', { me, keeps: can(me, 'actions.keep'), sets: can(me, 'actions.set') })
    : show('said-and-done');
  watch('actions', ({ page, gone: why }) => {
    if (why) {
      gone(why);
      return;
    }
    element.list = page;
  });
}
