// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel: the workbench.

int main() {
    return 0;
}
