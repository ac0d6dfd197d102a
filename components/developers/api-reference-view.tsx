import { useTranslations } from "next-intl";
import { FieldTable } from "@/components/developers/field-table";
import { OperationView } from "@/components/developers/operation-view";
import type { ApiReference } from "@/lib/contracts/api-reference";

const slug = (tag: string) => `tag-${tag.toLowerCase().replaceAll(" ", "-")}`;
const LINK = "rounded-control text-accent underline underline-offset-4";

function Contents({ reference }: { reference: ApiReference }) {
  const t = useTranslations("developers");
  return (
    <nav
      aria-label={t("contents")}
      className="lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
    >
      <ul className="space-y-3 text-meta">
        {reference.tags.map(({ tag, operations }) => (
          <li key={tag}>
            <a href={`#${slug(tag)}`} className="font-medium" lang="en">
              {tag}
            </a>
            <ul className="mt-1 space-y-1">
              {operations.map(({ id, method, path }) => (
                <li key={id} lang="en">
                  <a href={`#${id}`} className={`${LINK} font-mono break-all`}>
                    {method} {path}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <a href="#shapes" className={LINK}>
            {t("shapes")}
          </a>
        </li>
      </ul>
    </nav>
  );
}

/** The whole API to read: every operation by its subject, then the shapes they share. */
export function ApiReferenceView({ reference }: { reference: ApiReference }) {
  const t = useTranslations("developers");
  return (
    <div className="grid gap-8 lg:grid-cols-[16rem_minmax(0,1fr)] lg:items-start">
      <Contents reference={reference} />
      <div className="min-w-0 space-y-10">
        {reference.tags.map(({ tag, operations }) => (
          <section key={tag} aria-labelledby={slug(tag)} className="space-y-4">
            <h2 id={slug(tag)} className="scroll-mt-4 text-heading font-semibold" lang="en">
              {tag}
            </h2>
            {operations.map((operation) => (
              <OperationView key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        <section aria-labelledby="shapes" className="space-y-4">
          <h2 id="shapes" className="scroll-mt-4 text-heading font-semibold">
            {t("shapes")}
          </h2>
          {reference.shapes.map(({ name, description, fields }) => (
            <article
              key={name}
              id={`shape-${name}`}
              className="scroll-mt-4 rounded-panel border bg-surface p-4"
            >
              <h3 className="font-mono font-semibold" lang="en">
                {name}
              </h3>
              {description && (
                <p className="mt-1 mb-2 text-muted" lang="en">
                  {description.replaceAll("`", "")}
                </p>
              )}
              <FieldTable caption={t("fieldsOf", { shape: name })} fields={fields} />
            </article>
          ))}
        </section>
      </div>
    </div>
  );
}
