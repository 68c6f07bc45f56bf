import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/stage-pane.js';

/** The panes of an order that has just begun, for whoever says which stages there are. */
const panes = ({ stages }) => html`<ol class="panes">
  ${stages.map(({ name }, at) => html`<li>
    <stage-pane .stage=${{ name, state: at === 0 ? 'running' : 'waiting' }}></stage-pane>
  </li>`)}
</ol>`;

contribute('routing-panes', panes);
