import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/stage-department.js';

contribute('routing-stage', ({ stage }) => html`<stage-department .stage=${stage}></stage-department>`);
