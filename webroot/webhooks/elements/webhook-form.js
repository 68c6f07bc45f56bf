import { html, nothing } from 'lit';
import { savedOver } from '../../base/elements/difference.js';
import { choicesOf, field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { changeWebhook, makeWebhook } from '../requests.js';

const TOPICS = ['order', 'message'];

/** Makes an endpoint (`done` with it and its secret), or changes one (`done` with it). */
class WebhookForm extends FormElement {
  static properties = { webhook: { attribute: false }, types: { attribute: false } };

  render() {
    const { name = '', url = '', owner = '', types = [] } = this.webhook ?? {};
    return html`<form class="form" novalidate @submit=${this.#save}>
      <h2>${t(this.webhook ? 'webhooks.change-title' : 'webhooks.add')}</h2>
      ${this.#field('name', name, { maxlength: 100 })}
      ${this.#field('url', url, { type: 'url', maxlength: 2000, hint: t('webhook-form.url-hint') })}
      ${this.webhook
        ? nothing
        : this.#field('company', '', { required: false, maxlength: 60, hint: t('webhook-form.company-hint') })}
      ${this.#field('owner', owner, { type: 'email', maxlength: 254, hint: t('webhook-form.owner-hint') })}
      ${TOPICS.map((topic) => this.#topic(topic, types))}
      <p class="trouble" role="alert">${this.wrong('types') ?? ''}</p>
      ${this.trouble('name', 'url', 'company', 'owner', 'types')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, value, more) {
    const label = t(`webhook-form.${name}`);
    return field({ id: `webhook-${name}`, name, label, value, error: this.wrong(name), ...more });
  }

  /** All of a topic, or some of its types; a company is not told what is the house's alone. */
  #topic(topic, wanted) {
    const all = `${topic}.*`;
    const own = this.types.filter(({ type }) => type.startsWith(`${topic}.`));
    return choicesOf({
      name: 'types',
      legend: t(`webhook-form.${topic}`),
      options: [
        [all, t(`webhook-form.all-${topic}`), all],
        ...own.map(({ type, forCompanies }) => [
          type,
          t(`webhook-type.${type}`),
          forCompanies ? type : t('webhook-form.house-only', { type }),
        ]),
      ],
      chosen: wanted,
    });
  }

  #save = (event) => {
    const { name, url, company, owner } = submitted(event);
    const types = new FormData(event.target).getAll('types');
    const wrong = types.length ? [] : [{ field: 'types', said: t('webhook-form.no-types') }];
    if (this.fine(event.target, { wrong })) {
      const whose = this.webhook?.company ?? (company || undefined);
      this.attempt(() => this.#send({ name, url, types, company: whose, owner }));
    }
  };

  async #send(wanted) {
    const { webhook } = this;
    const save = (said, startedFrom) => changeWebhook(webhook.id, said, startedFrom);
    const saved = await (webhook
      ? savedOver({ save, started: webhook, mine: wanted, fields: fields() })
      : makeWebhook(wanted));
    saved && this.done(saved);
  }
}

const fields = () => [
  ...['name', 'url', 'owner'].map((name) => ({ name, label: t(`webhook-form.${name}`), show: (value) => value })),
  { name: 'types', label: t('webhook-form.types'), show: (types) => types.join(t('webhooks.and')) },
];

customElements.define('webhook-form', WebhookForm);
