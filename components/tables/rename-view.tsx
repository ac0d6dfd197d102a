"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { showToast } from "@/components/ui/toast";
import { callAction } from "@/components/shell/call-action";
import { ProblemNotice } from "@/components/shell/problem-notice";
import type { TableActions } from "@/components/tables/table-actions";
import type { ActionProblem } from "@/lib/contracts/action-result";
import { tableViewRename, type TableViewRename } from "@/lib/contracts/table-forms";
import type { TableName } from "@/lib/domain/tables/tables";

type RenameViewProps = {
  table: TableName;
  name: string;
  renameView: TableActions["renameView"];
  onClose: () => void;
};

/** Asks for another name of a view; one that is kept already is refused, not replaced. */
export function RenameView({ table, name, renameView, onClose }: RenameViewProps) {
  const t = useTranslations("tables");
  const shell = useTranslations("shell");
  const [problem, setProblem] = useState<ActionProblem | null>(null);
  const form = useForm<TableViewRename>({
    resolver: zodResolver(tableViewRename),
    defaultValues: { table, name, to: name },
  });
  const { errors, isSubmitting } = form.formState;
  const send = form.handleSubmit(async (values) => {
    setProblem(null);
    const answer = await callAction(() => renameView(values));
    if (answer.ok) {
      showToast("pass", t("renamed", { name: values.to }));
      return onClose();
    }
    const isTaken = answer.problem.fields.some(({ code }) => code === "taken");
    if (isTaken) form.setError("to", { message: "taken" });
    else setProblem(answer.problem);
  });
  const fault = errors.to?.message === "taken" ? t("nameTaken") : t("nameFault");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("renameTitle", { name })}
      closeLabel={shell("dismiss")}
    >
      <form onSubmit={send} className="space-y-3" noValidate>
        {problem && <ProblemNotice problem={problem} />}
        <Field label={t("name")} error={errors.to && fault} required>
          {(aria) => <Input {...aria} {...form.register("to")} maxLength={40} autoComplete="off" />}
        </Field>
        <div className="flex justify-end">
          <Button type="submit" variant="primary" pending={isSubmitting}>
            {t("renameButton")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
