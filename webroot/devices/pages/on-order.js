import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/stage-conditions.js';
import '../elements/values-button.js';

const me = await viewer().catch(() => ({}));

if (can(me, 'orders.read')) {
  contribute('stage', ({ order, line, stage, state }) => html`<stage-conditions
    .order=${order}
    .line=${line}
    .stage=${stage}
    .state=${state}
  ></stage-conditions>`);
  contribute('requirement', ({ order, line, requirement, demand }) =>
    demand.measured > 0 || demand.value !== undefined
      ? html`<values-button .order=${order} .line=${line} .requirement=${requirement}></values-button>`
      : '',
  );
}
