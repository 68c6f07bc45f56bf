import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import { viewer } from '../../base/start.js';
import '../elements/raised-here.js';

const me = await viewer().catch(() => ({}));

if (can(me, 'nonconformances.raise')) {
  contribute('meeting-beside', ({ number }) => html`<raised-here .place=${{ meeting: number }}></raised-here>`);
}
