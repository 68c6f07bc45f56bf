import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/stage-gallery.js';

/** Whoever holds a link looks, where the link shows it; what a requirement demands is there only where that is, too. */
const here = (place) => ({ order, line, stage, requirement }) => html`<stage-gallery
  place=${place}
  .order=${order}
  .line=${line}
  .stage=${stage}
  .requirement=${requirement}
></stage-gallery>`;

contribute('stage', here('stage'));
contribute('requirement', here('requirement'));
