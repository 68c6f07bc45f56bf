import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/say-here.js';

const here = ({ order, line, stage, requirement }, place) => html`<say-here
  place=${place}
  .order=${order}
  .line=${line}
  .stage=${stage}
  .requirement=${requirement}
></say-here>`;

contribute('order', (about) => here(about, 'order'));
contribute('line', ({ named, ...about }) => (named ? here(about, 'line') : ''));
contribute('stage', (about) => here(about, 'stage'));
contribute('requirement', (about) => here(about, 'requirement'));
