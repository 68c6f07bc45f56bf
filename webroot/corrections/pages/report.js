import { can } from '../../base/reading/access.js';
import { fail, notice, person, show, speak } from '../../base/start.js';
import { t } from '../../base/words.js';
import '../elements/eight-d-report.js';
import { report } from '../requests.js';

const number = location.pathname.split('/')[2];
const company = new URLSearchParams(location.search).get('company') ?? undefined;

await speak(() => t('eight-d.page-title', { number }));
const me = await person();
if (me) {
  try {
    const staff = can(me, 'nonconformances.raise');
    show('eight-d-report', { report: await report(number, company), staff, company, manufacturer: me.manufacturer });
  } catch (problem) {
    problem.status === 404 ? notice('not-found', '/') : fail(problem);
  }
}
