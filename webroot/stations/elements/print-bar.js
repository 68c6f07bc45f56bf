import { html } from 'lit';
import { selection } from '../../base/elements/field.js';
import { t } from '../../base/words.js';

/**
 * Onto which paper, and the button that prints. What is printed says the same paper in `data-paper`: it then comes out
 * at that size, several to a sheet on A4, else one to a page.
 */
export const printBar = ({ paper, papers = ['a4', 'a6', 'label'], choose, more }) =>
  html`<div class="filters print-bar not-printed">
    ${more}
    ${selection({
      name: 'paper',
      label: t('paper'),
      options: papers.map((one) => [one, t(`paper.${one}`)]),
      chosen: paper,
      change: ({ target }) => choose(target.value),
    })}
    <button type="button" class="go" data-action="print" @click=${() => print()}>${t('paper.print')}</button>
  </div>`;
