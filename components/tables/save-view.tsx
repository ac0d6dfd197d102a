"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { BookmarkPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import { ProblemNotice } from "@/components/shell/problem-notice";
import type { TableActions } from "@/components/tables/table-actions";
import type { ActionProblem } from "@/lib/contracts/action-result";
import { tableViewForm, type TableViewForm } from "@/lib/contracts/table-forms";
import type { TableName } from "@/lib/domain/tables/tables";

type SaveViewProps = {
  table: TableName;
  path: string;
  /** Filter, sort and columns as they are now. */
  query: string;
  saveView: TableActions["saveView"];
  /** The views there are. */
  names: readonly string[];
};

/** Keeps filter, sort and columns under a name; an old view of that name is replaced. */
export function SaveView(props: SaveViewProps) {
  const t = useTranslations("tables");
  const shell = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("saveTitle")}
      description={t("saveHint")}
      closeLabel={shell("dismiss")}
      trigger={
        <Button>
          <BookmarkPlus aria-hidden className="size-4" />
          {t("save")}
        </Button>
      }
    >
      <NameForm {...props} onSaved={() => setOpen(false)} />
    </Dialog>
  );
}

function NameForm({
  table,
  path,
  query,
  saveView,
  names,
  onSaved,
}: SaveViewProps & { onSaved: () => void }) {
  const t = useTranslations("tables");
  const router = useRouter();
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const form = useForm<TableViewForm>({
    resolver: zodResolver(tableViewForm),
    defaultValues: { table, query, name: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const name = useWatch({ control: form.control, name: "name" }).trim();
  const isTaken = names.includes(name);
  const send = form.handleSubmit(async (values) => {
    setProblem(null);
    const answer = await callAction(() => saveView(values));
    if (answer.ok) {
      onSaved();
      showToast("pass", t("saved", { name: values.name }));
      router.push(`${path}?${query}`, { scroll: false });
      return;
    }
    const isFull = answer.problem.fields.some(({ code }) => code === "too_many");
    if (isFull) form.setError("name", { message: "too_many" });
    else setProblem(answer.problem);
  });
  const fault = errors.name?.message === "too_many" ? t("tooMany") : t("nameFault");
  return (
    <form onSubmit={send} className="space-y-3" noValidate>
      {problem && <ProblemNotice problem={problem} />}
      <Field
        label={t("name")}
        hint={isTaken && t("replaces", { name })}
        error={errors.name && fault}
        required
      >
        {(aria) => <Input {...aria} {...form.register("name")} maxLength={40} autoComplete="off" />}
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {isTaken ? t("replaceButton") : t("saveButton")}
        </Button>
      </div>
    </form>
  );
}
