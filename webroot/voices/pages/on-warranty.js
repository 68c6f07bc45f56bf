import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/photo-picker.js';

contribute(
  'photos',
  ({ photos, changed }) => html`<photo-picker
    .photos=${photos}
    @photos=${({ detail }) => changed(detail)}
  ></photo-picker>`,
);
