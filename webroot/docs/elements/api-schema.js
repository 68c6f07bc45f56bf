import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { resolve, typeOf } from '../reading/api.js';

/** The fields of a schema. */
class ApiSchema extends LightElement {
  static properties = { api: { attribute: false }, schema: { attribute: false } };

  render() {
    const schema = resolve(this.api, this.schema) ?? {};
    const object = schema.type === 'array' ? (resolve(this.api, schema.items) ?? {}) : schema;
    const fields = Object.entries(object.properties ?? {});
    return html`${schema.description ? html`<p>${schema.description}</p>` : nothing}
    ${fields.length > 0
      ? html`<dl class="fields">
          ${fields.map(
            ([name, field]) => html`<div>
              <dt>
                <code>${name}</code>
                <span class="soft">
              ${typeOf(this.api, field)}${object.required?.includes(name) ? t('api.required') : ''}
            </span>
              </dt>
              <dd>${field.description ?? ''}</dd>
            </div>`,
          )}
        </dl>`
      : nothing}`;
  }
}

customElements.define('api-schema', ApiSchema);
