import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/stage-gallery.js';

const me = await viewer().catch(() => ({}));
const keeps = can(me, 'evidence.keep');

/** Of what is being made there can be a picture: before there is nothing, and what is done was seen or was not. */
const NOTHING_TO_SEE = new Set(['waiting', 'met', 'unverified', 'failed']);

contribute(
  'stage',
  ({ order, line, stage, state }) => html`<stage-gallery
    place="stage"
    .order=${order}
    .line=${line}
    .stage=${stage}
    .keeps=${keeps}
    .asks=${can(me, 'voices.follow') && !NOTHING_TO_SEE.has(state)}
  ></stage-gallery>`,
);
contribute(
  'requirement',
  ({ order, line, stage, requirement }) => html`<stage-gallery
    place="requirement"
    .order=${order}
    .line=${line}
    .stage=${stage}
    .requirement=${requirement}
    .keeps=${keeps}
  ></stage-gallery>`,
);
