// SPDX-License-Identifier: GPL-3.0-or-later
// The project as a script of Stata or R with its data, in one zip file.
#pragma once

#include "core/text/study_code.h"

#include <QString>

class QWidget;

namespace citypanel::ui {

class MessageBar;
class ProjectSession;

/// Asks for the program and the file, then writes them.
void exportScript(ProjectSession& session, MessageBar& messages, QWidget* window);

/// Writes the script, the preparation included, and its data in a job; the message bar says how it
/// went.
void writeScript(ProjectSession& session, MessageBar& messages, text::ScriptKind kind,
                 const QString& path);

} // namespace citypanel::ui
