import { html } from 'lit';
import { contribute } from '../../base/places.js';
import '../elements/own-introduction.js';

contribute(
  'setup',
  ({ me, done }) => html`<own-introduction .me=${me} @done=${({ detail }) => done(detail)}></own-introduction>`,
);
