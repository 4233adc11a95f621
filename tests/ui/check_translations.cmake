# Fails when a text lacks its Chinese, is obsolete, or lupdate would change a translation file:
# cmake -DLUPDATE=... -DSOURCE=... -DBINARY=... -P check_translations.cmake
function(check file language option)
    set(committed ${SOURCE}/translations/${file})
    set(updated ${BINARY}/checked_${file})
    file(COPY_FILE ${committed} ${updated})
    execute_process(COMMAND ${LUPDATE} ui app -I . -locations none -no-obsolete ${option}
        -source-language en -target-language ${language} -ts ${updated}
        WORKING_DIRECTORY ${SOURCE} RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "lupdate failed on ${file}")
    endif()
    file(READ ${updated} now)
    file(READ ${committed} before)
    if(NOT now STREQUAL before)
        message(FATAL_ERROR "${file} is not up to date: build the target update_translations")
    endif()
    foreach(mark unfinished obsolete vanished)
        if(now MATCHES "type=\"${mark}\"")
            string(REGEX MATCHALL "<source>[^<]*</source>[^<]*<translation type=\"${mark}\"" places "${now}")
            message(FATAL_ERROR "${file} has ${mark} texts: ${places}")
        endif()
    endforeach()
endfunction()

check(citypanel_zh_CN.ts zh_CN "")
check(citypanel_en.ts en -pluralonly)
