// SPDX-License-Identifier: GPL-3.0-or-later
// citypanel-cli: the study without a window.

int main() {
    return 0;
}
