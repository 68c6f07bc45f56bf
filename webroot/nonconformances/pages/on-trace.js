import { html } from 'lit';
import { contribute } from '../../base/places.js';
import { can } from '../../base/reading/access.js';
import '../elements/raise-here.js';

const PLACE = { lot: 'lot', piece: 'piece' };

contribute('trace', ({ node, me }) =>
  can(me, 'nonconformances.raise') && PLACE[node.kind]
    ? html`<p><raise-here
        .place=${{ [PLACE[node.kind]]: node.code }}
        @raised=${({ detail }) => location.assign(`/nonconformances/${detail.number}`)}
      ></raise-here></p>`
    : '',
);
