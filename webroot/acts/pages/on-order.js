import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/acts-here.js';
import '../elements/demand-acts.js';
import '../elements/stage-acts.js';

const me = await viewer().catch(() => ({}));
const may = {
  place: can(me, 'orders.place'),
  hold: can(me, 'orders.hold'),
  report: can(me, 'reports.send'),
  waive: can(me, 'requirements.waive'),
};

if (may.hold) {
  contribute('order', ({ page }) => html`<acts-here .may=${may} .page=${page}></acts-here>`);
  contribute('line', ({ page, line, named }) =>
    named ? html`<acts-here .may=${may} .page=${page} .line=${line}></acts-here>` : '',
  );
  contribute('stage', ({ page, line, stage }) => html`<stage-acts
    .may=${may}
    .page=${page}
    .line=${line}
    .stage=${stage}
  ></stage-acts>`);
}
if (can(me, 'plant.read')) {
  contribute('requirement', ({ demand, page, ...place }) => html`<demand-acts
    .may=${may}
    .me=${me}
    .page=${page}
    .place=${place}
    .demand=${demand}
  ></demand-acts>`);
}
