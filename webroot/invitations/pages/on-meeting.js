import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/own-invitations.js';

contribute('meeting', ({ number, series }) => {
  const about = { kind: 'meeting', number, series: series && { kind: 'meeting-series', number: series } };
  return html`<own-invitations .about=${about}></own-invitations>`;
});
